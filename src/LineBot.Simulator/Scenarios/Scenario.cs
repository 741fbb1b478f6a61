namespace LineBot.Simulator.Scenarios;

/// <summary>A talk told in sentences: one step a line, <c>#</c> begins a remark, and the first remark is the title.</summary>
internal sealed record Scenario(string Title, IReadOnlyList<ScenarioLine> Lines)
{
    public static Scenario Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new ScenarioLine(index + 1, line.Trim())).ToList();
        var title = lines.Find(line => line.Text.StartsWith('#'))?.Text.TrimStart('#', ' ') ?? "";
        return new Scenario(title, [.. lines.Where(line => line.Text.Length > 0 && !line.Text.StartsWith('#'))]);
    }
}

/// <param name="Number">In the file, from 1.</param>
internal sealed record ScenarioLine(int Number, string Text);
