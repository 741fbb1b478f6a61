using System.Net;
using LineBot.Storage;
using Microsoft.Data.Sqlite;

namespace LineBot.Cli.Setup;

/// <summary>Where customers find the service, what stands in front, and where the data is kept.</summary>
internal sealed class AddressStep(Shell shell, Interview interview, Draft draft)
{
    private const string Proxy = "Web:TrustedProxies:0";
    private const string Name = "Web:ServiceName";
    private const string Store = $"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}";

    public void Take()
    {
        var isRehearsal = draft.Settings.Address("Line:ApiBaseUrl").IsLoopback;
        draft["PublicBaseUrl"] = interview.Ask(
            shell.Say("サービスの公開アドレス (https://…)", "The service's public address (https://…)"), Usable(draft["PublicBaseUrl"], isRehearsal) is null ? draft["PublicBaseUrl"] : null,
            address => Usable(address, isRehearsal)).TrimEnd('/');
        if (draft["PublicBaseUrl"].StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            draft[Proxy] = interview.Ask(
                shell.Say("前に置くプロキシのアドレス", "The address of the proxy in front"), draft[Proxy] is { Length: > 0 } proxy ? proxy : "127.0.0.1",
                said => IPAddress.TryParse(said, out _) || IPNetwork.TryParse(said, out _) ? null
                    : shell.Say("10.0.0.7 や 10.0.0.0/8 のように書いてください。", "Write it as 10.0.0.7 or 10.0.0.0/8."));
        }
        draft[Name] = interview.Ask(shell.Say("ページに出る事業者の名前", "The operator's name as pages show it"), draft[Name], _ => null);
        if (draft.Settings.Storage.Provider == "Sqlite")
            AskStore();
    }

    private void AskStore()
    {
        var present = new SqliteConnectionStringBuilder(draft.Settings.Storage.ConnectionString);
        present.DataSource = interview.Ask(
            shell.Say("データベースのファイル", "The store's file"), Path.GetFullPath(present.DataSource),
            file => Directory.Exists(file) ? shell.Say("それはフォルダーです。ファイル名まで書いてください。", "That is a folder. Name the file in it, too.") : null);
        present.DataSource = Path.GetFullPath(present.DataSource);
        draft[Store] = present.ToString();
    }

    private string? Usable(string text, bool isRehearsal) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.PathAndQuery == "/"
            && (address.Scheme == Uri.UriSchemeHttps ? isRehearsal || !address.IsLoopback : isRehearsal && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
            ? null
            : shell.Say("https://bot.example.jp のように、外から開ける https のアドレスを書いてください。", "Write an https address that others can open, such as https://bot.example.jp.");
}
