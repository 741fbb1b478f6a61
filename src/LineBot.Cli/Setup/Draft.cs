namespace LineBot.Cli.Setup;

/// <summary>The settings as they will be: those of now, and what was answered.</summary>
internal sealed class Draft(Settings present)
{
    private readonly Dictionary<string, string?> _answers = new(StringComparer.OrdinalIgnoreCase);

    public Settings Settings => present.With(_answers);

    /// <summary>What was answered, for the file.</summary>
    public IReadOnlyDictionary<string, string> Answers => _answers.ToDictionary(answer => answer.Key, answer => answer.Value ?? "");

    public string this[string key]
    {
        get => _answers.GetValueOrDefault(key) ?? present.Value(key);
        set => _answers[key] = value;
    }
}
