using LineBot.RichMenu;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Killing;

/// <summary>The service that the kill test kills: the real one, with a handler whose every effect can be counted.</summary>
public static class Program
{
    public static async Task Main()
    {
        await using var service = LineBotService.Create([], builder =>
            builder.Services.AddSingleton(_ => new HandlerMap([new CountingHandler()])));
        await service.RunAsync();
    }
}
