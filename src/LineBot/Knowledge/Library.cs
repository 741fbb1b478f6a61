using LineBot.Knowledge.Search;
using LineBot.RichMenu;
using Microsoft.Extensions.Options;

namespace LineBot.Knowledge;

/// <summary>
/// The articles in force. A file that is changed comes into force without a restart; one that is broken leaves what it was before.
/// They are read by whoever comes first, the chore as a rule: the start of the service does not wait for them.
/// </summary>
public sealed partial class Library
{
    private readonly KnowledgeOptions _options;
    private readonly FactSheet _facts;
    private readonly ILogger<Library> _log;
    private readonly HashSet<string> _actions = OwnedActions.All().ToHashSet(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private Vocabulary _vocabulary = Vocabulary.Empty;
    private string? _stamp;
    private volatile Answerer? _answerer;

    public Library(IOptions<KnowledgeOptions> options, FactSheet facts, ILogger<Library> log) =>
        (_options, _facts, _log) = (options.Value, facts, log);

    public Answerer Answerer
    {
        get
        {
            if (_answerer is null)
                Reload();
            return _answerer!;
        }
    }

    /// <summary>Reads the folder as it stands, without taking it into force.</summary>
    public KnowledgeFolder Read() => KnowledgeFolder.Read(_options.Folder, _facts, _actions);

    /// <summary>Takes the folder into force where it has changed.</summary>
    /// <returns>Whether it had changed.</returns>
    public bool Reload()
    {
        lock (_gate)
            return ReloadChanged();
    }

    private bool ReloadChanged()
    {
        var stamp = KnowledgeFolder.Stamp(_options.Folder);
        if (stamp == _stamp)
            return false;
        var folder = Read();
        foreach (var fault in folder.Faults)
            Log.Refused(_log, fault.Place, fault.En);
        _vocabulary = folder.Vocabulary ?? _vocabulary;
        _answerer = new Answerer([.. folder.Articles, .. StillThere(folder)], folder.Outside, _vocabulary);
        _stamp = stamp;
        Log.InForce(_log, _answerer.Articles.Count, _options.Folder);
        return true;
    }

    /// <summary>The articles whose files are there and broken, as they were.</summary>
    private IEnumerable<Article> StillThere(KnowledgeFolder folder) =>
        (_answerer?.Articles ?? [])
            .Where(article => !folder.Articles.Any(read => read.Id == article.Id))
            .Where(article => File.Exists(Path.Combine(_options.Folder, $"{article.Id}.md")));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Help article refused, {Place}: {Problem}")]
        public static partial void Refused(ILogger logger, string place, string problem);

        [LoggerMessage(LogLevel.Information, "{Count} help articles in force from {Folder}")]
        public static partial void InForce(ILogger logger, int count, string folder);
    }
}
