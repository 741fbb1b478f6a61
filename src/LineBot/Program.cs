using LineBot;
using LineBot.Language;
using LineBot.Operations;

try
{
    await LineBotService.Create(args).RunAsync();
    return 0;
}
catch (Exception e) when (StartFault.Of(e) is { } told)
{
    Console.Error.WriteLine($"{Tongue.OfProcess.Say("サービスを起動できませんでした。", "The service did not start.")}\n{told}");
    return 1;
}
