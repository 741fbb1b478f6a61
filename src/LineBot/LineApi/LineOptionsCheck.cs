using LineBot.Language;
using Microsoft.Extensions.Options;

namespace LineBot.LineApi;

/// <summary>The service does not start with a channel that cannot work, and says which key is wrong and what belongs there.</summary>
public sealed class LineOptionsCheck : IValidateOptions<LineOptions>
{
    private const int SecretLength = 32;

    public ValidateOptionsResult Validate(string? name, LineOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.ChannelSecret))
        {
            faults.Add(Tongue.OfProcess.Say(
                "Line:ChannelSecret が空です。LINE Developers コンソールの「チャネル基本設定」にあるチャネルシークレットです。環境変数では Line__ChannelSecret です。",
                "Line:ChannelSecret is empty. It is the channel secret from the LINE Developers console (Basic settings); as an environment variable Line__ChannelSecret."));
        }
        else if (options.ChannelSecret.Length != SecretLength || !options.ChannelSecret.All(char.IsAsciiHexDigitLower))
        {
            faults.Add(Tongue.OfProcess.Say(
                $"Line:ChannelSecret が {options.ChannelSecret.Length} 文字です。チャネルシークレットは 0-9 と a-f の {SecretLength} 文字です。",
                $"Line:ChannelSecret has {options.ChannelSecret.Length} characters; a channel secret has {SecretLength}, each 0-9 or a-f."));
        }
        if (string.IsNullOrWhiteSpace(options.ChannelAccessToken) && string.IsNullOrWhiteSpace(options.ChannelId))
        {
            faults.Add(Tongue.OfProcess.Say(
                "Line:ChannelAccessToken と Line:ChannelId がどちらも空です。トークンか、トークンの発行に使うチャネル ID を書いてください。",
                "Line:ChannelAccessToken and Line:ChannelId are both empty. Give the token, or the channel ID from which tokens are issued."));
        }
        Check(options.ApiBaseUrl, nameof(options.ApiBaseUrl), faults);
        Check(options.DataApiBaseUrl, nameof(options.DataApiBaseUrl), faults);
        Check(options.AccessBaseUrl, nameof(options.AccessBaseUrl), faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Check(Uri address, string key, List<string> faults)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            faults.Add(Tongue.OfProcess.Say(
                $"Line:{key} が '{address}' です。https://api.line.me のようなアドレスにしてください。",
                $"Line:{key} is '{address}'; it has to be an address such as https://api.line.me."));
        }
    }
}
