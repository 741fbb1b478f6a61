using FsCheck;
using FsCheck.Fluent;
using LineBot.Accounts;
using LineBot.Handlers.AgeVerification;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Tests.Accounts;

/// <summary>
/// Three people, two contracts and three subscriptions: links, takeovers, undoings, codes spent, re-issued and tried again, ages verified,
/// contracts and subscriptions ended, in any order.
/// </summary>
public sealed class LinkRulesPropertyTests : IAsyncLifetime
{
    private readonly AccountsFixture _store = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void The_rules_hold_after_every_step() =>
        Prop.ForAll(Gen.ListOf(AnyStep).ToArbitrary(), steps => Undone(tx =>
        {
            var story = new Story(_store, tx);
            foreach (var step in steps)
            {
                story.Play(step);
                story.CheckRules();
            }
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static Gen<Step> AnyStep =>
        from kind in Gen.Frequency(
            (4, Gen.Constant(Kind.LinkContractor)), (2, Gen.Constant(Kind.UndoContractor)), (6, Gen.Constant(Kind.LinkUser)),
            (3, Gen.Constant(Kind.UndoUser)), (3, Gen.Constant(Kind.Reissue)), (3, Gen.Constant(Kind.VerifyAge)), (1, Gen.Constant(Kind.PassADay)),
            (1, Gen.Constant(Kind.EndContract)), (1, Gen.Constant(Kind.EndSubscription)))
        from who in Gen.Choose(0, 2)
        from what in Gen.Choose(0, 2)
        from old in Gen.Choose(0, 3)
        select new Step(kind, who, what, old);

    /// <summary>Each story begins with the same store: its own changes are taken back.</summary>
    private void Undone(Action<Transaction> story)
    {
        var played = new InvalidOperationException("played to its end");
        try
        {
            _store.Database.WriteAsync(tx =>
            {
                story(tx);
                throw played;
            }).GetAwaiter().GetResult();
        }
        catch (InvalidOperationException e) when (e == played)
        {
        }
    }

    private enum Kind { LinkContractor, UndoContractor, LinkUser, UndoUser, Reissue, VerifyAge, PassADay, EndContract, EndSubscription }

    private sealed record Step(Kind Kind, int Who, int What, int Old);

    private sealed class Story
    {
        private readonly AccountsFixture _store;
        private readonly Transaction _tx;
        private readonly string[] _people = ["Ua", "Ub", "Uc"];
        private readonly long[] _contracts;
        private readonly long[] _subscriptions;

        // The rules as a page of paper would hold them, to compare the store with.
        private readonly Dictionary<long, string> _holders = [];
        private readonly Dictionary<long, string> _users = [];
        private readonly List<(string Code, long Subscription)> _codes = [];
        private readonly HashSet<string> _dead = [];
        private readonly HashSet<string> _spentOnAge = [];
        private readonly HashSet<long> _ofAge = [];
        private readonly HashSet<long> _endedContracts = [];
        private readonly HashSet<long> _ended = [];
        private readonly AgeCheck _ages;
        private readonly HashSet<long> _forfeited = [];
        private DateTimeOffset _now = AccountsFixture.Now;

        public Story(AccountsFixture store, Transaction tx)
        {
            (_store, _tx) = (store, tx);
            _ages = new AgeCheck(store.Codes, store.Subscriptions, new AttemptStore(), new AuditStore());
            _contracts = [store.AddContract(tx, "a@example.jp"), store.AddContract(tx, "b@example.jp")];
            _subscriptions = [.. Enumerable.Range(0, 3).Select(i => store.AddSubscription(tx, _contracts[i / 2], $"080-0000-000{i}"))];
            foreach (var subscription in _subscriptions)
                _codes.Add((store.Codes.Issue(tx, subscription, _now).Code, subscription));
            store.Campaigns.Add(tx, new Campaign
            {
                Id = "c", NameJa = "c", NameEn = "c", Code = "c", Kind = "points", Amount = 1,
                StartsOn = new DateOnly(2026, 11, 1), EndsOn = new DateOnly(2026, 12, 1),
            });
            foreach (var contract in _contracts)
                store.Campaigns.Enrol(tx, "c", contract, new DateOnly(2026, 11, 22), _now);
        }

        public void Play(Step step)
        {
            var (person, contract, subscription) = (_people[step.Who], _contracts[step.What % 2], _subscriptions[step.What]);
            // Mostly the newest code of the subscription, sometimes one of the past.
            var code = step.Old > 0 ? _codes.Last(one => one.Subscription == subscription).Code : _codes[step.Who * 7 % _codes.Count].Code;
            switch (step.Kind)
            {
                case Kind.LinkContractor: LinkContractor(contract, person); break;
                case Kind.UndoContractor: UndoContractor(contract, person); break;
                case Kind.LinkUser: LinkUser(code, person); break;
                case Kind.UndoUser: UndoUser(person); break;
                case Kind.Reissue: Reissue(subscription, person); break;
                case Kind.VerifyAge: VerifyAge(code, person, isOfAge: step.Old != 1); break;
                case Kind.PassADay: _now += TimeSpan.FromDays(1); break;
                case Kind.EndContract: EndContract(contract); break;
                case Kind.EndSubscription: EndSubscription(subscription); break;
            }
        }

        public void CheckRules()
        {
            foreach (var contract in _contracts)
                _store.Links.HolderOf(_tx, contract).ShouldBe(_holders.GetValueOrDefault(contract));
            foreach (var subscription in _subscriptions)
            {
                _store.Links.UserOf(_tx, subscription).ShouldBe(_users.GetValueOrDefault(subscription));
                var code = _store.Codes.Current(_tx, subscription)!;
                code.Code.ShouldBe(_codes.Last(one => one.Subscription == subscription).Code);
                (_tx.Get<long?>("SELECT age_verified_at FROM subscriptions WHERE id = @subscription", new { subscription }) is not null)
                    .ShouldBe(_ofAge.Contains(subscription));
                if (_users.ContainsKey(subscription))
                    code.SpentOn.ShouldBe(UserCodeUse.UserLink, "a linked subscription's own code made the link");
            }
            foreach (var (code, _) in _codes)
                _store.Codes.Find(_tx, code)!.IsValid.ShouldBe(!_dead.Contains(code));
            _users.Values.ShouldBeUnique("one LINE account has one subscription");
            foreach (var person in _people)
                CheckPerson(_store.Accounts.CustomerOf(_tx, person));
            foreach (var contract in _contracts)
                (_store.Campaigns.RewardsOf(_tx, contract).Single().State == "forfeited").ShouldBe(_forfeited.Contains(contract));
        }

        private void CheckPerson(Customer customer)
        {
            customer.ContractIds.Order().ShouldBe(_holders.Where(link => link.Value == customer.LineUserId).Select(link => link.Key).Order());
            var own = _users.Where(link => link.Value == customer.LineUserId).Select(link => (long?)link.Key).SingleOrDefault();
            customer.SubscriptionId.ShouldBe(own);
            customer.LinkState.ShouldBe((customer.ContractIds.Count > 0, own is not null) switch
            {
                (false, false) => LinkState.None,
                (true, false) => LinkState.Contractor,
                (false, true) => LinkState.User,
                _ => LinkState.Both,
            });
        }

        /// <summary>A contract that has ended takes no sign-in, so that nobody comes this far.</summary>
        private void LinkContractor(long contract, string person)
        {
            if (_endedContracts.Contains(contract))
                return;
            var before = _holders.GetValueOrDefault(contract);
            _store.Links.LinkContractor(_tx, contract, person, _now).ShouldBe(before == person ? null : before, "the displaced account is named");
            _holders[contract] = person;
        }

        private void UndoContractor(long contract, string person)
        {
            var lost = _store.Links.UndoContractor(_tx, contract, person, _now);
            (lost is not null).ShouldBe(_holders.GetValueOrDefault(contract) == person);
            if (lost is null)
                return;
            _holders.Remove(contract);
            var isBeforeGrant = JapanTime.DayOf(_now) < new DateOnly(2026, 11, 22);
            lost.Count.ShouldBe(isBeforeGrant && !_forfeited.Contains(contract) ? 1 : 0);
            if (isBeforeGrant)
                _forfeited.Add(contract);
        }

        private void LinkUser(string code, string person)
        {
            var subscription = _codes.Find(one => one.Code == code).Subscription;
            var made = _store.Links.LinkUser(_tx, code, person, _now);
            (made is not null).ShouldBe(_dead.Add(code), "a code works once");
            if (made is null)
                return;
            var left = _users.Where(link => link.Value == person).Select(link => (long?)link.Key).SingleOrDefault();
            made.ShouldBe(new UserLinkMade(subscription, null, left), "a code that is good has nobody to displace");
            _users.ShouldNotContainKey(subscription);
            if (left is not null)
                _users.Remove(left.Value);
            _users[subscription] = person;
        }

        private void UndoUser(string person)
        {
            var own = _users.Where(link => link.Value == person).Select(link => (long?)link.Key).SingleOrDefault();
            _store.Links.UndoUser(_tx, person, _now).ShouldBe(own);
            if (own is not null)
                _users.Remove(own.Value);
        }

        private void VerifyAge(string code, string person, bool isOfAge)
        {
            // Guessing is another matter.
            _tx.Execute("DELETE FROM attempts");
            var subscription = _codes.Find(one => one.Code == code).Subscription;
            var isCurrent = _codes.Last(one => one.Subscription == subscription).Code == code && !_ended.Contains(subscription);
            var expected = !_dead.Contains(code) || (isCurrent && _spentOnAge.Contains(code))
                ? _ofAge.Contains(subscription) ? AgeResult.VerifiedAlready : isOfAge ? AgeResult.Verified : AgeResult.TooYoung
                : AgeResult.Refused;
            _ages.Verify(_tx, code, new DateOnly(isOfAge ? 1990 : 2015, 1, 1), person, "here", _now).Result.ShouldBe(expected);
            if (expected != AgeResult.Verified)
                return;
            _dead.Add(code).ShouldBeTrue("a code is spent once");
            _spentOnAge.Add(code);
            _ofAge.Add(subscription);
        }

        private void EndContract(long contract)
        {
            _tx.Execute("UPDATE contracts SET ended_at = @_now WHERE id = @contract", new { contract, _now });
            _endedContracts.Add(contract);
            _holders.Remove(contract);
            foreach (var subscription in _subscriptions.Where((_, i) => _contracts[i / 2] == contract))
                Forget(subscription);
        }

        private void EndSubscription(long subscription)
        {
            _tx.Execute("UPDATE subscriptions SET ended_at = @_now WHERE id = @subscription", new { subscription, _now });
            Forget(subscription);
        }

        private void Forget(long subscription)
        {
            _ended.Add(subscription);
            _users.Remove(subscription);
            _dead.UnionWith(_codes.Where(one => one.Subscription == subscription).Select(one => one.Code));
        }

        /// <summary>Of what has ended nobody sees the page that re-issues.</summary>
        private void Reissue(long subscription, string person)
        {
            if (_ended.Contains(subscription))
                return;
            _dead.Add(_codes.Last(one => one.Subscription == subscription).Code);
            var (code, unlinked) = _store.Links.Reissue(_tx, subscription, person, _now);
            unlinked.ShouldBe(_users.GetValueOrDefault(subscription), "whoever is unlinked by it is named");
            _users.Remove(subscription);
            _codes.Add((code.Code, subscription));
        }
    }
}
