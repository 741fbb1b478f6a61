using System.Text.RegularExpressions;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Docs;

/// <summary>Who may use whom, read from the code.</summary>
public sealed partial class WhoMayUseWhomTests
{
    [Fact]
    public void Lines_wire_uses_nothing_of_the_service() =>
        Offenders(Repository.Sources("src", "Line.Messaging"), text => text.Contains("LineBot", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_service_does_not_know_the_simulator() =>
        Offenders(Repository.Sources("src", "LineBot"), text => text.Contains("Simulator", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Rooms_do_not_use_each_other()
    {
        foreach (var room in Directory.GetDirectories(Path.Combine(Repository.Root, "src", "LineBot", "Handlers")).Select(Path.GetFileName))
        {
            Offenders(Repository.Sources("src", "LineBot", "Handlers", room!), text =>
                RoomName().Matches(text).Any(match => match.Groups[1].Value != room)).ShouldBeEmpty($"of {room}");
        }
    }

    [Fact]
    public void Nobody_beside_the_rooms_names_a_room() =>
        Offenders(
            Repository.Sources("src", "LineBot").Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Handlers{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
            text => RoomName().IsMatch(text)).ShouldBeEmpty();

    [Fact]
    public void Only_the_outbox_sends() =>
        Offenders(
            Repository.Sources("src", "LineBot").Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Outbox{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
            text => SendingCall().IsMatch(text)).ShouldBeEmpty();

    [Fact]
    public void Statements_stand_in_stores() =>
        Offenders(
            Repository.Sources("src", "LineBot").Where(file =>
                !file.EndsWith("Store.cs", StringComparison.Ordinal) && !file.EndsWith("Migrations.cs", StringComparison.Ordinal)
                && !file.EndsWith("Engine.cs", StringComparison.Ordinal)),
            text => Statement().IsMatch(text)).ShouldBeEmpty();

    private static IEnumerable<string> Offenders(IEnumerable<string> files, Func<string, bool> offends) =>
        files.Where(file => offends(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Repository.Root, file));

    [GeneratedRegex(@"LineBot\.Handlers\.(\w+)")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"\.(ReplyAsync|PushAsync|MulticastAsync|BroadcastAsync)\(")]
    private static partial Regex SendingCall();

    [GeneratedRegex(@"""\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM)\s", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Statement();
}
