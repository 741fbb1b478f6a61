using System.Globalization;
using LineBot.Accounts;
using LineBot.Language;

namespace LineBot.Applications;

/// <summary>One subscription of a customer that an operator had before, with its contract, as a file has it.</summary>
/// <param name="values">By column; a column that the file lacks is not there.</param>
public sealed class ContractRow(IReadOnlyDictionary<string, string> values)
{
    /// <summary>The columns that a file has to have.</summary>
    public static IReadOnlyList<string> Needed { get; } =
        ["login_id", "holder_name", "holder_kana", "birth_date", "phone_number", "plan", "activated_on"];

    /// <summary>The columns that a file can have beside them.</summary>
    public static IReadOnlyList<string> Optional { get; } =
        ["postal_code", "address", "user_name", "contracted_on", "options", "age_verified_on", "carry_over_kb", "password_hash"];

    /// <summary>The most that can be carried over, in KB: 1 TB, more than any plan gives.</summary>
    public const long MostCarryOverKb = 1_000_000_000;

    private const char BetweenOptions = ';';

    /// <summary>Reads it, as forgiving of widths and hyphens as pages are.</summary>
    /// <param name="today">In Japan.</param>
    /// <returns>The customer, or the column that cannot be read.</returns>
    public (ImportedContract? Contract, string? Fault) Read(DateOnly today)
    {
        var fault = default(string);
        var loginId = Take("login_id", TypedField.LoginId);
        var holderName = Take("holder_name", TypedField.Name);
        var activated = DayOf("activated_on", Value("activated_on"), today);
        var contract = new ImportedContract
        {
            LoginId = loginId,
            HolderName = holderName,
            HolderKana = Take("holder_kana", TypedField.Kana),
            BirthDate = BirthOf(),
            PostalCode = Value("postal_code").Length == 0 ? "" : Take("postal_code", TypedField.PostalCode),
            Address = Value("address").Length == 0 ? "" : Take("address", TypedField.Address),
            PhoneNumber = NumberOf(),
            UserName = Value("user_name").Length == 0 ? holderName : Take("user_name", TypedField.Name),
            PlanId = Take("plan", value => (value!.Trim(), value.Trim().Length == 0 ? Fault.Missing : null)),
            ActivatedOn = activated,
            ContractedOn = Value("contracted_on").Length == 0 ? activated : DayOf("contracted_on", Value("contracted_on"), activated),
            Options = [.. Value("options").Split(BetweenOptions, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()],
            AgeVerifiedOn = Value("age_verified_on").Length == 0 ? null : DayOf("age_verified_on", Value("age_verified_on"), today),
            CarryOverKb = CarryOver(),
            PasswordHash = HashOf(),
        };
        return fault is null ? (contract, null) : (null, fault);

        string Value(string column) => values.GetValueOrDefault(column, "").Trim();

        string Take(string column, Func<string?, (string Value, Fault? Fault)> read)
        {
            var (value, wrong) = read(Value(column));
            Blame(column, wrong is not null);
            return value;
        }

        DateOnly BirthOf()
        {
            var birth = BirthDate.Read(Value("birth_date"), today);
            Blame("birth_date", birth is null);
            return birth ?? default;
        }

        // Without the +81 and ids of other doors: here it is the number that the customer will read.
        string NumberOf()
        {
            var number = SubscriptionKey.Read(Value("phone_number"))?.PhoneNumber;
            Blame("phone_number", number is null);
            return number ?? "";
        }

        DateOnly DayOf(string column, string text, DateOnly latest)
        {
            var isDay = DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            Blame(column, !isDay || day > latest);
            return day;
        }

        long CarryOver()
        {
            var isAmount = long.TryParse(Value("carry_over_kb") is { Length: > 0 } text ? text : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var kb);
            Blame("carry_over_kb", !isAmount || kb > MostCarryOverKb);
            return kb;
        }

        string? HashOf()
        {
            var hash = Value("password_hash");
            Blame("password_hash", hash.Length > 0 && !Passwords.IsHash(hash));
            return hash.Length == 0 ? null : hash;
        }

        void Blame(string column, bool isWrong)
        {
            if (isWrong)
                fault ??= column;
        }
    }
}

/// <summary>A subscription and its contract as they were read.</summary>
public sealed record ImportedContract
{
    public required string LoginId { get; init; }

    public required string HolderName { get; init; }

    public required string HolderKana { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required string PostalCode { get; init; }

    public required string Address { get; init; }

    public required string PhoneNumber { get; init; }

    public required string UserName { get; init; }

    public required string PlanId { get; init; }

    public required DateOnly ActivatedOn { get; init; }

    public required DateOnly ContractedOn { get; init; }

    public required IReadOnlyList<string> Options { get; init; }

    public required DateOnly? AgeVerifiedOn { get; init; }

    /// <summary>What is left of last month's plan data and can be used this month.</summary>
    public required long CarryOverKb { get; init; }

    /// <summary>Null where the customer gets a new password.</summary>
    public required string? PasswordHash { get; init; }
}
