using FsCheck;
using FsCheck.Fluent;
using LineBot.Accounts;
using LineBot.Billing;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;
using LineBot.Tests.Data;
using LineBot.Tests.Language;

namespace LineBot.Tests.Billing;

/// <summary>Random histories of a contract, billed as they go and billed late, beside an account kept by hand.</summary>
public sealed class BillsPropertyTests : IAsyncLifetime
{
    private static readonly string[] Plans = ["500mb", "3gb", "6gb"];
    private static readonly string[] Options = ["line", "sns", "music"];
    private static readonly int[] PlanYen = [1100, 1628, 2420];
    private static readonly int[] OptionYen = [0, 280, 480];

    /// <summary>The 1st, the middle, the last day of a leap year's February, the end of a year.</summary>
    private static readonly DateTimeOffset[] Begins =
        [Tokyo.At("2026-09-01T00:00"), Tokyo.At("2026-09-17T12:00"), Tokyo.At("2028-02-29T23:59"), Tokyo.At("2027-12-31T12:00")];

    private readonly LedgerFixture _ledger = new();

    [Fact]
    public void Bills_add_up_and_agree_with_an_account_kept_by_hand_however_late_they_are_closed() => Prop.ForAll(
        Gen.Zip(Gen.Elements(Begins), AnyStep.ListOf(30)).ToArbitrary(),
        story => _ledger.In(tx =>
        {
            tx.Execute("DELETE FROM bill_lines");
            tx.Execute("DELETE FROM bills");
            AddCatalogue(tx);
            var (punctual, late) = (new Account(this, tx, story.Item1), new Account(this, tx, story.Item1));
            foreach (var step in story.Item2)
            {
                punctual.Do(step);
                late.Do(step with { Closes = false });
            }
            var end = punctual.Now.AddDays(40);

            var bills = punctual.Past(end);
            bills.ShouldBe(punctual.ByHand(end));
            late.Past(end).ShouldBe(bills);
            punctual.Past(end).ShouldBe(bills);
            tx.Get<long>("SELECT COUNT(*) FROM bills b WHERE yen <> (SELECT SUM(yen) FROM bill_lines WHERE bill_id = b.id)").ShouldBe(0);
            tx.Get<long>("SELECT COUNT(*) - COUNT(DISTINCT contract_id || month) FROM bills").ShouldBe(0);
        }).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static Gen<Step> AnyStep =>
        from hours in Gen.Choose(0, 24 * 8)
        from kind in Gen.Choose(0, 5)
        from which in Gen.Choose(0, 2)
        from closes in Gen.Elements(true, false)
        select new Step(TimeSpan.FromHours(hours), kind, which, closes);

    private void AddCatalogue(Transaction tx)
    {
        if (_ledger.Of<PlanStore>().Find(tx, Plans[0]) is not null)
            return;
        for (var i = 0; i < 3; i++)
        {
            _ledger.Of<PlanStore>().Add(tx, new Plan { Id = Plans[i], NameJa = "", NameEn = "", DataKb = 1_000_000, HasVoice = true, MonthlyYen = PlanYen[i] });
            _ledger.Of<PlanStore>().Add(tx, new PlanOption { Id = Options[i], NameJa = "", NameEn = "", MonthlyYen = OptionYen[i] });
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _ledger.DisposeAsync();

    /// <summary>One contract with one subscription: in the store, and beside it by hand.</summary>
    private sealed class Account
    {
        private readonly LedgerFixture _ledger;
        private readonly Transaction _tx;
        private readonly long _contract;
        private readonly long _subscription;
        private readonly Bills _bills;
        private readonly DateOnly _since;
        private readonly SortedDictionary<DateOnly, (int Plan, SortedSet<int> Options, int TopUps)> _months = [];
        private readonly SortedSet<int> _has = [];
        private int _plan = 1;
        private int? _next;

        public Account(BillsPropertyTests test, Transaction tx, DateTimeOffset begin)
        {
            (_ledger, _tx, Now, _since) = (test._ledger, tx, begin, JapanTime.DayOf(begin));
            _contract = _ledger.AddContract(tx);
            _subscription = _ledger.Of<SubscriptionStore>().Add(tx, new Subscription
            {
                Id = 0, ContractId = _contract, PhoneNumber = $"080-{_contract:0000-0000}", UserName = "陸", PlanId = Plans[_plan], ActivatedAt = begin,
            });
            _bills = new Bills(
                _ledger.Of<BillStore>(), _ledger.Of<MonthTurn>(), _ledger.Of<PlanChangeStore>(), _ledger.Of<PlanStore>(), _ledger.Of<TopUpStore>(),
                _ledger.Of<CampaignStore>());
            _ledger.Of<MonthTurn>().CatchUp(tx, _subscription, begin);
            Enter(begin);
        }

        public DateTimeOffset Now { get; private set; }

        public void Do(Step step)
        {
            Now += step.After;
            Enter(Now);
            if (step.Closes)
                _bills.SoFar(_tx, _contract, Now).Yen.ShouldBe(YenOf(JapanTime.FirstOfMonth(JapanTime.DayOf(Now))));
            var month = JapanTime.FirstOfMonth(JapanTime.DayOf(Now));
            var (plans, changes) = (_ledger.Of<PlanStore>(), _ledger.Of<PlanChangeStore>());
            switch (step.Kind)
            {
                case 0:
                    plans.TakeOption(_tx, _subscription, Options[step.Which], Now).ShouldBe(_has.Add(step.Which));
                    _months[month].Options.Add(step.Which);
                    break;
                case 1:
                    plans.DropOption(_tx, _subscription, Options[step.Which], Now).ShouldBe(_has.Remove(step.Which));
                    break;
                case 2:
                    _ledger.Of<TopUps>().Buy(_tx, _subscription, $"{step}{Now}", new TopUpOffer(500, 500 + step.Which), Now).ShouldBeTrue();
                    _months[month] = _months[month] with { TopUps = _months[month].TopUps + 500 + step.Which };
                    break;
                case 3 when step.Which != _plan:
                    _ledger.Of<MonthTurn>().CatchUp(_tx, _subscription, Now);
                    changes.Ask(_tx, _subscription, Plans[step.Which]).ShouldBe(_next != step.Which);
                    _next = step.Which;
                    break;
                case 4 when _next is { } next:
                    _ledger.Of<MonthTurn>().CatchUp(_tx, _subscription, Now);
                    changes.Cancel(_tx, _subscription, Plans[next]).ShouldBeTrue();
                    _next = null;
                    break;
            }
            // What happens in one instant has no order by which a bill could tell it apart.
            Now += TimeSpan.FromMilliseconds(1);
        }

        public List<(DateOnly Month, int Yen)> Past(DateTimeOffset now) =>
            _bills.Past(_tx, _contract, now).Select(bill => (bill.Month, bill.Yen)).ToList();

        public List<(DateOnly Month, int Yen)> ByHand(DateTimeOffset now)
        {
            Enter(now);
            var current = JapanTime.FirstOfMonth(JapanTime.DayOf(now));
            return _months.Keys.Where(month => month < current && month >= current.AddMonths(-Bills.Shown)).Reverse().Select(month => (month, YenOf(month))).ToList();
        }

        private int YenOf(DateOnly month)
        {
            var (plan, options, topUps) = _months[month];
            var days = DateTime.DaysInMonth(month.Year, month.Month);
            var share = _since > month ? PlanYen[plan] * (days - _since.Day + 1) / days : PlanYen[plan];
            return share + options.Sum(option => OptionYen[option]) + topUps;
        }

        /// <summary>Opens the months up to now: a waiting plan comes into force with the first of them, what is had is had in each.</summary>
        private void Enter(DateTimeOffset now)
        {
            var first = _months.Count > 0 ? _months.Keys.Last().AddMonths(1) : JapanTime.FirstOfMonth(_since);
            for (var month = first; month <= JapanTime.FirstOfMonth(JapanTime.DayOf(now)); month = month.AddMonths(1))
            {
                (_plan, _next) = (_next ?? _plan, null);
                _months[month] = (_plan, [.. _has], 0);
            }
        }
    }

    private sealed record Step(TimeSpan After, int Kind, int Which, bool Closes);
}
