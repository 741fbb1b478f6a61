using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Console.Staff;

/// <summary>Why a change of who works at the console was not taken, or that it was.</summary>
public enum RosterResult
{
    Done,
    NotFound,

    /// <summary>Names are 2 to 32 of a–z, 0–9, dot, hyphen and underscore; a shown name has 1 to 40 characters.</summary>
    NotAName,

    /// <summary>Somebody has, or had, the name.</summary>
    NameTaken,

    /// <summary>Nobody would be left who decides who works here.</summary>
    LastAdmin,
}

/// <summary>Who works at the console: added, let go, given another role or password. Each change is audited and takes effect at once.</summary>
public sealed class Roster(OperatorStore operators, OperatorSessionStore sessions, AuditStore audit)
{
    public const int LongestDisplayName = 40;

    /// <param name="actor">Who does it, for the record.</param>
    /// <param name="passwordHash">Of a password that its owner is asked to change.</param>
    public RosterResult Add(Transaction tx, string actor, string name, string displayName, OperatorRole role, string passwordHash, DateTimeOffset now)
    {
        if (!OperatorName.IsWritten(name) || displayName.Trim().Length is 0 or > LongestDisplayName)
            return RosterResult.NotAName;
        if (!operators.Add(tx, name, displayName.Trim(), role, passwordHash, now))
            return RosterResult.NameTaken;
        audit.Write(tx, now, actor, "operator-added", detail: $"{name}, {role}".ToLowerInvariant());
        return RosterResult.Done;
    }

    /// <summary>Gives somebody a new password and signs them out everywhere.</summary>
    public RosterResult Reset(Transaction tx, string actor, string name, string passwordHash, DateTimeOffset now)
    {
        if (!operators.SetPassword(tx, name, passwordHash, isGiven: true))
            return RosterResult.NotFound;
        sessions.EndAll(tx, name, now);
        audit.Write(tx, now, actor, "operator-password-reset", detail: name);
        return RosterResult.Done;
    }

    public RosterResult SetRole(Transaction tx, string actor, string name, OperatorRole role, DateTimeOffset now)
    {
        if (operators.Find(tx, name) is not { } person)
            return RosterResult.NotFound;
        if (role != OperatorRole.Admin && IsLastAdmin(tx, person))
            return RosterResult.LastAdmin;
        operators.SetRole(tx, name, role);
        audit.Write(tx, now, actor, "operator-role-changed", detail: $"{name}, {role}".ToLowerInvariant());
        return RosterResult.Done;
    }

    /// <param name="evenTheLast">Whether nobody may be left who decides who works here.</param>
    public RosterResult SetDisabled(Transaction tx, string actor, string name, bool isDisabled, DateTimeOffset now, bool evenTheLast = false)
    {
        if (operators.Find(tx, name) is not { } person)
            return RosterResult.NotFound;
        if (isDisabled && !evenTheLast && IsLastAdmin(tx, person))
            return RosterResult.LastAdmin;
        operators.SetDisabled(tx, name, isDisabled ? now : null);
        if (isDisabled)
            sessions.EndAll(tx, name, now);
        audit.Write(tx, now, actor, isDisabled ? "operator-disabled" : "operator-enabled", detail: name);
        return RosterResult.Done;
    }

    private bool IsLastAdmin(Transaction tx, DeskOperator person) =>
        person is { Role: OperatorRole.Admin, IsDisabled: false } && operators.CountAdmins(tx) == 1;
}
