using LineBot.Accounts;

namespace LineBot.Tests.Accounts;

public sealed class PasswordsTests
{
    [Fact]
    public void Matches_the_right_password_only()
    {
        var credential = new Credential { ContractId = 1, PasswordHash = Passwords.Hash("demo-password-1") };

        Passwords.Match(credential, "demo-password-1").ShouldBeTrue();
        Passwords.Match(credential, "demo-password-2").ShouldBeFalse();
        Passwords.Match(null, "demo-password-1").ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_login_ID_takes_as_long_as_a_wrong_password()
    {
        var credential = new Credential { ContractId = 1, PasswordHash = Passwords.Hash("demo-password-1") };
        Passwords.Match(null, "warm-up");

        var wrong = Median(() => Passwords.Match(credential, "wrong"));
        var unknown = Median(() => Passwords.Match(null, "wrong"));

        // A look-up alone is a thousand times faster than a hash; a busy machine is not.
        (unknown / wrong).ShouldBeInRange(0.5, 2);
    }

    private static double Median(Action action)
    {
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            action();
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }
        return times.Order().ElementAt(2);
    }
}
