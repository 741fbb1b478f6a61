using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LineBot.Cli.Doctor;

/// <summary>Whether the service would start with these settings: it is put together beside a store that is thrown away, and never started.</summary>
internal sealed class SettingsCheck(Examination on) : Check(on, "settings")
{
    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        var faults = await FaultsAsync();
        foreach (var fault in faults)
        {
            yield return Wrong(
                fault, Say("この設定ではサービスが起動しません。", "The service does not start with this."),
                Say("示されたキーを直してください (docs/configuration.md)。", "Mend the key that is named (docs/configuration.md)."));
        }
        if (faults.Count == 0)
            yield return Ok(Say("サービスはこの設定で起動できます。", "The service can start with these settings."));
    }

    private async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var folder = Directory.CreateTempSubdirectory("linebot-doctor-");
        try
        {
            await using var service = Build(Path.Combine(folder.FullName, "empty.db"));
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
        // What a part says that finds its own key unusable.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException)
        {
            return [e.Message];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private WebApplication Build(string store)
    {
        // As arguments they are there from the first line on, as they are when the service starts.
        var settings = Settings.Values.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}");
        string[] ownStore = ["--Storage:Provider=Sqlite", $"--Storage:ConnectionString=Data Source={store}"];
        return LineBotService.Create([.. settings, .. ownStore], builder =>
        {
            builder.Services.AddSingleton(On.Shell.Clock);
            builder.Logging.ClearProviders();
        });
    }
}
