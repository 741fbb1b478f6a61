using LineBot.Storage;

namespace LineBot.Cli.Doctor;

/// <summary>One thing that has to be right for the service to work on its channel.</summary>
internal abstract class Check(Examination on, string subject)
{
    protected Examination On { get; } = on;

    protected Settings Settings => On.Settings;

    /// <summary>Looks, changes nothing, and says at least one thing.</summary>
    public abstract IAsyncEnumerable<Finding> LookAsync();

    protected string Say(string japanese, string english) => On.Shell.Say(japanese, english);

    protected Finding Ok(string what) => new(subject, FindingState.Ok, what);

    protected Finding Advice(string what, string why, string next) => new(subject, FindingState.Advice, what, why, next);

    protected Finding Wrong(string what, string why, string next) => new(subject, FindingState.Wrong, what, why, next);

    protected Finding Wrong(TroubleException trouble, string why) => new(subject, FindingState.Wrong, Told(trouble), why, trouble.WayOn);

    /// <param name="seeFirst">The subject of the finding that is in the way.</param>
    protected Finding Unknown(string seeFirst) => new(
        subject, FindingState.Unknown, Say("確認できませんでした。", "It could not be looked at."), null,
        Say($"先に {seeFirst} を片付けてから、もう一度実行してください。", $"See to {seeFirst} first, then run this again."));

    protected Finding Unknown(TroubleException trouble) => new(subject, FindingState.Unknown, Told(trouble), null, trouble.WayOn);

    protected Task<Answer<T>> ReadAsync<T>(Func<Transaction, T> read) => On.InStoreAsync((database, cancel) => database.ReadAsync(read, cancel));

    private static string Told(TroubleException trouble) => trouble.Place is null ? trouble.Message : $"{trouble.Message} ({trouble.Place})";
}
