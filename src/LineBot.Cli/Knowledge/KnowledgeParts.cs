using System.CommandLine;
using LineBot.Knowledge;
using LineBot.RichMenu;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LineBot.Cli.Knowledge;

/// <summary>The articles as the service reads them, with neither a store nor a channel.</summary>
internal static class KnowledgeParts
{
    public static Option<DirectoryInfo?> FolderOption(Shell shell) => new("--folder")
    {
        Description = shell.Say("記事のフォルダー (既定は設定 Knowledge:Folder)", "Folder of the articles (default: the setting Knowledge:Folder)"),
        HelpName = "FOLDER",
    };

    public static Library Library(Settings settings, DirectoryInfo? folder, Shell shell) => Of(settings, folder, shell).GetRequiredService<Library>();

    public static IServiceProvider Of(Settings settings, DirectoryInfo? folder, Shell shell)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddConfiguration(settings.Values);
        builder.Logging.ClearProviders();
        builder.AddRooms();
        builder.Services.AddSingleton(shell.Clock);
        if (folder is not null)
            builder.Services.Configure<KnowledgeOptions>(options => options.Folder = folder.FullName);
        try
        {
            var parts = builder.Services.BuildServiceProvider();
            parts.GetRequiredService<Library>();
            return parts;
        }
        catch (OptionsValidationException e)
        {
            throw new TroubleException(
                shell.Say("設定が正しくありません。", "The settings are wrong."), string.Join(" ", e.Failures),
                shell.Say("示されたキー、または --folder を直してください。", "Mend the key that is named, or --folder."));
        }
    }
}
