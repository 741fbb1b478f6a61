using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LineBot.Tests.Drivers;

/// <summary>
/// Compares with an approved file beside the test, <c>AnswerTests.Shows_the_balance.approved.json</c>. Where they differ,
/// <c>.received.</c> is written beside it; UPDATE_SNAPSHOTS=1 approves what is received. Ids and tokens are masked.
/// </summary>
public static class Snapshot
{
    /// <param name="name">Tells several snapshots of one test apart.</param>
    public static void MatchJson(string json, string name = "", [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        using var document = JsonDocument.Parse(json);
        Match(JsonSerializer.Serialize(document.RootElement, SnapshotJson.Options), "json", name, file, test);
    }

    /// <inheritdoc cref="MatchJson"/>
    public static void MatchText(string text, string name = "", [CallerFilePath] string file = "", [CallerMemberName] string test = "") =>
        Match(text, "txt", name, file, test);

    private static void Match(string text, string extension, string name, string file, string test)
    {
        var received = SnapshotMask.Apply(text.ReplaceLineEndings("\n")).TrimEnd() + "\n";
        var stem = Path.Combine(FolderOf(file), $"{Path.GetFileNameWithoutExtension(file)}.{test}{(name.Length > 0 ? "." + name : "")}");
        var (approvedFile, receivedFile) = ($"{stem}.approved.{extension}", $"{stem}.received.{extension}");
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : null;
        if (approved == received)
        {
            File.Delete(receivedFile);
            return;
        }
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(approvedFile, received);
            File.Delete(receivedFile);
            return;
        }
        File.WriteAllText(receivedFile, received);
        received.ShouldBe(approved ?? "(nothing approved yet)", $"Compare {approvedFile} with {receivedFile}; UPDATE_SNAPSHOTS=1 approves.");
    }

    /// <summary>A deterministic build writes other paths into the assembly than those of this machine.</summary>
    internal static string FolderOf(string file)
    {
        var inTests = file.Replace('\\', '/');
        inTests = inTests[(inTests.LastIndexOf("/tests/", StringComparison.Ordinal) + 1)..];
        return Path.GetDirectoryName(Path.Combine(Repository.Root, inTests))!;
    }
}
