using LineBot.RichMenu;

namespace LineBot.Cli.RichMenu;

/// <summary>The template cannot be drawn from.</summary>
internal sealed class ArtworkException(string place, string japanese, string english) : Exception($"{place}: {english}")
{
    public MenuFault Fault { get; } = new(place, japanese, english);

    public static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArtworkException(file, "テンプレートのこのファイルを読めません。", "This file of the template cannot be read.");
        }
    }
}
