namespace LineBot.Tests.Drivers;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData("\"userId\": \"U0123456789abcdef0123456789abcdef\"", "\"userId\": \"U…\"")]
    [InlineData("http://127.0.0.1:43210/link?linkToken=PeW1pXTc81pX7hU9yJ4tUq3gS0aK2fLd&x=1", "http://127.0.0.1:…/link?linkToken=…&x=1")]
    [InlineData("http://127.0.0.1:43210/my-page/enter/PeW1pXTc81pX7hU9yJ4tUq3gS0aK2fLd", "http://127.0.0.1:…/my-page/enter/…")]
    [InlineData("data-present/confirm@1?to=3&mb=500", "data-present/confirm@1?to=3&mb=500")]
    [InlineData("01M7H4R7G9FZY1XXX0RNNJZHAQ", "(event id)")]
    [InlineData("2,450MB", "2,450MB")]
    public void Masks_what_differs_in_each_run(string text, string expected) => SnapshotMask.Apply(text).ShouldBe(expected);

    [Fact]
    public void Matches_what_was_approved() => Snapshot.MatchJson("""{"say":"はい","to":"U0123456789abcdef0123456789abcdef"}""");

    [Fact]
    public void Fails_on_a_difference_and_keeps_what_was_received()
    {
        var kept = Path.Combine(Snapshot.FolderOf(ThisFile()), "SnapshotTests.Nothing.received.txt");

        var failure = Should.Throw<ShouldAssertException>(() => Snapshot.MatchText("received", test: "Nothing"));

        failure.Message.ShouldContain("UPDATE_SNAPSHOTS=1");
        File.ReadAllText(kept).ShouldBe("received\n");
        File.Delete(kept);
    }

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;
}
