using LineBot.Storage;
using Microsoft.Extensions.Configuration;

namespace LineBot.Cli;

/// <summary>
/// The same keys as the service reads: the defaults that travel with the build, then the settings file, then the environment.
/// </summary>
internal sealed class Settings
{
    private readonly Shell _shell;

    private Settings(IConfiguration values, Shell shell) => (Values, _shell) = (values, shell);

    public IConfiguration Values { get; }

    public StorageOptions Storage => Values.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();

    public static Settings Load(FileInfo? file, Shell shell)
    {
        if (file is { Exists: false })
        {
            throw new TroubleException(
                shell.Say("設定ファイルがありません。", "There is no such settings file."), file.FullName,
                shell.Say("--settings のパスを確認してください。", "Check the path given to --settings."));
        }
        try
        {
            var values = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
            _ = file is { Extension: EnvFile.Ending }
                ? values.AddInMemoryCollection(EnvFile.Read(file.FullName))
                : values.AddJsonFile(file?.FullName ?? Path.GetFullPath("appsettings.json"), optional: true);
            return new Settings(values.AddEnvironmentVariables().Build(), shell);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException(
                shell.Say("設定ファイルを読めません。", "The settings file cannot be read."), e.Message,
                shell.Say("権限を確認してください。", "Check its permissions."));
        }
        catch (InvalidDataException e)
        {
            throw new TroubleException(
                shell.Say("設定ファイルが JSON として読めません。", "The settings file is not readable as JSON."),
                $"{file?.FullName ?? Path.GetFullPath("appsettings.json")}: {e.InnerException?.Message}",
                shell.Say("示された行を直してください。", "Mend the line that is named."));
        }
    }

    /// <summary>These settings with others in their place.</summary>
    public Settings With(IEnumerable<KeyValuePair<string, string?>> others) =>
        new(new ConfigurationBuilder().AddConfiguration(Values).AddInMemoryCollection(others).Build(), _shell);

    public string Value(string key) => Values[key] ?? "";

    /// <summary>The value of a key that has to be there.</summary>
    public string Required(string key) => Values[key] is { Length: > 0 } value
        ? value
        : throw new TroubleException(
            _shell.Say($"設定 {key} がありません。", $"The setting {key} is missing."), "appsettings.json",
            _shell.Say($"ファイルに書くか、環境変数 {key.Replace(":", "__", StringComparison.Ordinal)} で与えてください。",
                $"Write it into the file, or give it as the environment variable {key.Replace(":", "__", StringComparison.Ordinal)}."));

    public Uri Address(string key) => Uri.TryCreate(Required(key), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new TroubleException(
            _shell.Say($"設定 {key} が URL ではありません。", $"The setting {key} is no URL."), $"{key} = {Value(key)}",
            _shell.Say("https:// から始まる URL にしてください。", "Give a URL that begins with https://."));
}
