using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LineBot.Cli.Stores;

/// <summary>
/// The service's own parts, put together as the service does it and never started: what is written through them,
/// the running service finds and sends.
/// </summary>
internal static class ServiceParts
{
    /// <exception cref="TroubleException">There is no store, or the settings are not such that the service would start.</exception>
    public static async Task<WebApplication> OfAsync(Settings settings, Shell shell)
    {
        await new Store(settings, shell).Open().DisposeAsync();
        try
        {
            return LineBotService.Create([], builder =>
            {
                builder.Configuration.AddConfiguration(settings.Values);
                builder.Services.AddSingleton(shell.Clock);
                builder.Logging.ClearProviders();
            });
        }
        catch (OptionsValidationException e)
        {
            throw new TroubleException(
                shell.Say("サービスの設定が正しくありません。", "The service's settings are wrong."), string.Join(" ", e.Failures),
                shell.Say("示されたキーを直してください。", "Mend the key that is named."));
        }
    }
}
