using LineBot.RichMenu;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Operations;

/// <summary>Why the service did not start, in the words that whoever runs it can act on.</summary>
internal static class StartFault
{
    /// <summary>One line for each fault; null for what only whoever mends the service can, who needs the whole of it.</summary>
    public static string? Of(Exception e) => e switch
    {
        OptionsValidationException settings => string.Join('\n', settings.Failures),
        SettingException or MenuFolderException or StoreHalfCopiedException => e.Message,
        StoreUnavailableException => $"{e.Message} {e.InnerException?.Message}",
        // A file or folder that is not there or not ours, or an address that is taken.
        IOException or UnauthorizedAccessException => e.Message,
        _ => null,
    };
}
