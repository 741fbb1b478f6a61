using System.Security.Cryptography;

namespace LineBot.Cli.RichMenu;

/// <summary>
/// The hashes of each drawing and of the picture made from it, in <c>rendered.sha256</c>, so that a picture that no longer
/// fits its drawing is noticed without drawing it again. <c>sha256sum --check</c> reads the same file.
/// </summary>
internal sealed class RenderedRecord(string menuFolder)
{
    public const string FileName = "rendered.sha256";

    private readonly string _file = Path.Combine(menuFolder, FileName);

    /// <summary>Whether the drawing and the picture of <paramref name="menu"/> are those that were rendered together.</summary>
    public bool IsCurrent(string menu)
    {
        if (!File.Exists(_file))
            return false;
        var recorded = File.ReadAllLines(_file);
        return Names(menu).All(name => File.Exists(Path.Combine(menuFolder, name)) && recorded.Contains(Line(name)));
    }

    /// <summary>Whether that is so, and the drawing is <paramref name="drawing"/>.</summary>
    public bool IsCurrent(string menu, string drawing) => IsCurrent(menu) && File.ReadAllText(Path.Combine(menuFolder, $"{menu}.svg")) == drawing;

    public void Write(IEnumerable<string> menus) =>
        File.WriteAllText(_file, string.Concat(menus.SelectMany(Names).Select(name => Line(name) + "\n")));

    private static IEnumerable<string> Names(string menu) => [$"{menu}.svg", $"{menu}.png"];

    private string Line(string name) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(menuFolder, name))))}  {name}";
}
