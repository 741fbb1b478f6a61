using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using LineBot.Accounts;
using LineBot.Cli.Stores;

namespace LineBot.Cli.Campaigns;

internal sealed partial class CampaignAddCommand : Verb
{
    private readonly Argument<string> _id;
    private readonly Option<string> _name;
    private readonly Option<string> _nameEn;
    private readonly Option<string> _code;
    private readonly Option<bool> _invitation;
    private readonly Option<string> _kind;
    private readonly Option<int> _amount;
    private readonly Option<string> _from;
    private readonly Option<string> _until;
    private readonly Option<int> _month;
    private readonly Option<int?> _cap;
    private readonly Option<string> _operator;

    public CampaignAddCommand(Shell shell) : base(shell, "add",
        shell.Say("キャンペーンを追加する", "Add a campaign"),
        "linebot campaign add spring --name NAME --name-en \"Spring reward\" --code SPRING --amount 2000 --from 2027-03-01 --until 2027-04-30 --cap 500",
        "linebot campaign add invite-double --name NAME --name-en \"Invitation reward\" --invitation --amount 2000 --from 2027-03-01 --until 2027-03-31")
    {
        Arguments.Add(_id = new("ID") { Description = shell.Say("名前 (英小文字・数字・ハイフン)", "Its name: small letters, digits and hyphens") });
        Options.Add(_name = Required<string>("--name", shell.Say("日本語の名称", "Its name as customers read it in Japanese")));
        Options.Add(_nameEn = Required<string>("--name-en", shell.Say("英語の名称", "… and in English")));
        Options.Add(_code = new("--code") { Description = shell.Say("申込で入力するコード", "What applicants type") });
        Options.Add(_invitation = new("--invitation")
        {
            Description = shell.Say("コードの代わりに、招待した方と招待された方の両方を対象にする", "For both sides of an invitation instead of a code"),
        });
        Options.Add(_kind = new("--kind")
        {
            Description = shell.Say("points (LINEポイント) または balance (料金からの割引、円)", "points (LINE points) or balance (yen off the bill)"),
            DefaultValueFactory = _ => "points",
        });
        _kind.AcceptOnlyFromAmong("points", "balance");
        Options.Add(_amount = Required<int>("--amount", shell.Say("特典の額", "How many points, or yen")));
        Options.Add(_from = Required<string>("--from", shell.Say("受付の初日 (日本の日付)", "The first day on which applications are taken, in Japan")));
        Options.Add(_until = Required<string>("--until", shell.Say("受付の最終日", "The last one")));
        Options.Add(_month = new("--grant-month")
        {
            Description = shell.Say("利用開始の月を1か月目として、何か月目の末日に付与するか", "Granted on the last day of this month, the month of activation being the first"),
            DefaultValueFactory = _ => 3,
        });
        Options.Add(_cap = new("--cap") { Description = shell.Say("受付人数の上限", "How many applications are taken at most") });
        Options.Add(_operator = OperatorOption.Of(shell));
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var campaign = CampaignOf(input);
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var store = new CampaignStore();
        var taken = await database.WriteAsync(tx =>
        {
            if (store.All(tx).FirstOrDefault(other => other.Id == campaign.Id || Plain(other.Code) == Plain(campaign.Code)) is { } other)
                return other;
            store.Add(tx, campaign);
            new AuditStore().Write(
                tx, Shell.Clock.GetUtcNow(), $"operator:{input.GetRequiredValue(_operator)}", "campaign-added",
                detail: $"{campaign.Id}: {campaign.Amount} {campaign.Kind}");
            return null;
        });
        if (taken is not null)
        {
            throw new TroubleException(
                Say("その ID またはコードのキャンペーンが、すでにあります。", "There is a campaign with that ID or code already."), $"{taken.Id} ({taken.Code})",
                Say("別の ID とコードを指定してください。", "Give it another ID and another code."));
        }
        Shell.Show(input, campaign, () => Shell.Output.WriteLine(Say($"追加しました: {campaign.Id}", $"Added: {campaign.Id}")));
        return ExitCode.Done;
    }

    private Campaign CampaignOf(ParseResult input)
    {
        var (id, invitation) = (input.GetRequiredValue(_id), input.GetValue(_invitation));
        var code = input.GetValue(_code);
        if (!Id().IsMatch(id))
            throw Wrong("ID", id, Say("英小文字・数字・ハイフンで、40文字までです。", "Use small letters, digits and hyphens, 40 at most."));
        if (invitation == (code is not null))
            throw Wrong("--code", code ?? "", Say("--code か --invitation のどちらか一方を指定してください。", "Give either --code or --invitation."));
        if (code is not null && !Code().IsMatch(code))
            throw Wrong("--code", code, Say("英数字とハイフンで、3〜20文字です。", "Use 3 to 20 letters, digits and hyphens."));
        var (from, until) = (DayOf(input, _from), DayOf(input, _until));
        if (until < from)
            throw Wrong("--until", $"{until:yyyy-MM-dd}", Say("--from より後の日を指定してください。", "It cannot be before --from."));
        return new Campaign
        {
            Id = id, NameJa = input.GetRequiredValue(_name), NameEn = input.GetRequiredValue(_nameEn), Code = code ?? id.ToUpperInvariant(),
            Entry = invitation ? "invitation" : "code", Kind = input.GetRequiredValue(_kind), Amount = AtLeastOne(input, _amount.Name, input.GetRequiredValue(_amount)),
            StartsOn = from, EndsOn = until, GrantMonth = AtLeastOne(input, _month.Name, input.GetRequiredValue(_month)),
            Cap = input.GetValue(_cap) is { } cap ? AtLeastOne(input, _cap.Name, cap) : null,
        };
    }

    private int AtLeastOne(ParseResult _, string name, int value) =>
        value > 0 ? value : throw Wrong(name, $"{value}", Say("1以上を指定してください。", "Give 1 or more."));

    private DateOnly DayOf(ParseResult input, Option<string> option) =>
        DateOnly.TryParseExact(input.GetRequiredValue(option), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(option.Name, input.GetRequiredValue(option), Say("2027-03-01 のように書いてください。", "Write it like 2027-03-01."));

    private TroubleException Wrong(string what, string found, string next) =>
        new(Say($"{what} が正しくありません。", $"{what} is wrong."), found, next);

    private static Option<T> Required<T>(string name, string description) => new(name) { Description = description, Required = true };

    private static string Plain(string code) => code.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z0-9-]{3,20}$")]
    private static partial Regex Code();
}
