using System.Collections.Frozen;
using System.Security.Cryptography;

namespace LineBot.Simulator.Phones;

/// <summary>A file of the page's own: style, script, picture, sample. They travel inside the assembly.</summary>
internal sealed record Asset(string Name, byte[] Bytes)
{
    private const string Prefix = "look/";

    private static readonly FrozenDictionary<string, Asset> All = ReadAll();

    public string ContentType => Path.GetExtension(Name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".m4a" => "audio/mp4",
        ".png" => "image/png",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };

    public string Tag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 12))}\"";

    public static Asset? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>All assets with that ending, by name.</summary>
    public static IEnumerable<Asset> Named(string ending) =>
        All.Values.Where(asset => asset.Name.EndsWith(ending, StringComparison.Ordinal)).OrderBy(asset => asset.Name, StringComparer.Ordinal);

    private static FrozenDictionary<string, Asset> ReadAll()
    {
        var assembly = typeof(Asset).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Read(assembly.GetManifestResourceStream(name)!, name[Prefix.Length..]))
            .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    }

    private static Asset Read(Stream stream, string name)
    {
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new(name, bytes);
        }
    }
}
