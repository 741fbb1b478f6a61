using System.Globalization;
using LineBot.Storage;

namespace LineBot.Notices;

/// <summary>What LINE accounts want to hear of. An account without a row wants everything, at 20 %.</summary>
public sealed class NoticeSettingsStore
{
    public NoticeChoices Of(Transaction tx, string lineUserId)
    {
        using var row = tx.Prepared("SELECT switched_off, low_levels FROM notice_settings WHERE line_user_id = @1").With(lineUserId).Read();
        return row.Read() ? new NoticeChoices(Kinds(row.GetString(0)), Levels(row.GetString(1))) : new NoticeChoices([], [20]);
    }

    /// <summary>Turns a kind on or off. <see cref="NoticeKinds.IsSecurity">Security</see> stays on whatever is stored.</summary>
    public void Switch(Transaction tx, string lineUserId, NoticeKind kind, bool isOn)
    {
        var settings = Of(tx, lineUserId);
        var others = settings.Off.Where(off => off != kind);
        Keep(tx, lineUserId, settings with { Off = [.. isOn ? others : others.Append(kind).Order()] });
    }

    /// <summary>Sets at which of <see cref="NoticeChoices.Levels"/> the customer hears that data is low; others are left out. None turns the kind off.</summary>
    public void SetLowLevels(Transaction tx, string lineUserId, IReadOnlyList<int> levels)
    {
        var chosen = NoticeChoices.Levels.Where(levels.Contains).ToList();
        if (chosen.Count > 0)
            Keep(tx, lineUserId, Of(tx, lineUserId) with { LowLevels = chosen });
        Switch(tx, lineUserId, NoticeKind.DataLow, isOn: chosen.Count > 0);
    }

    private static void Keep(Transaction tx, string lineUserId, NoticeChoices settings)
    {
        const string sql = """
            INSERT INTO notice_settings (line_user_id, switched_off, low_levels) VALUES (@lineUserId, @off, @levels)
            ON CONFLICT (line_user_id) DO UPDATE SET switched_off = excluded.switched_off, low_levels = excluded.low_levels
            """;
        var off = string.Join(',', settings.Off.Select(kind => kind.Id()));
        tx.Execute(sql, new { lineUserId, off, levels = string.Join(',', settings.LowLevels) });
    }

    private static List<NoticeKind> Kinds(string stored) =>
        [.. stored.Split(',').Select(NoticeKinds.Find).OfType<NoticeKind>()];

    private static List<int> Levels(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(level => int.Parse(level, CultureInfo.InvariantCulture))];
}
