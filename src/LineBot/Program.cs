using LineBot;
using LineBot.Operations;

try
{
    await LineBotService.Create(args).RunAsync();
    return 0;
}
catch (Exception e) when (StartFault.Of(e) is { } told)
{
    Console.Error.WriteLine($"The service did not start.\n{told}");
    return 1;
}
