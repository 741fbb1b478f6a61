using LineBot.Language;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary>Refuses a policy under which the ledger could not be right. The service does not start with one.</summary>
internal sealed class DataPolicyRules : IValidateOptions<DataPolicy>
{
    public ValidateOptionsResult Validate(string? name, DataPolicy policy)
    {
        var faults = Faults(policy).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(DataPolicy policy)
    {
        if (policy.PresentUnitMb is < 1 or > 100_000)
            yield return Fault(nameof(policy.PresentUnitMb), policy.PresentUnitMb, "1", "100000");
        if (policy.PresentLimitPercent is < 1 or > 1_000)
            yield return Fault(nameof(policy.PresentLimitPercent), policy.PresentLimitPercent, "1", "1000");
        if (policy.PresentMonths is < 1 or > 12)
            yield return Fault(nameof(policy.PresentMonths), policy.PresentMonths, "1", "12");
        if (policy.CarryOverMonths is < 0 or > 12)
            yield return Fault(nameof(policy.CarryOverMonths), policy.CarryOverMonths, "0", "12");
        if (policy.TopUpMonths is < 1 or > 12)
            yield return Fault(nameof(policy.TopUpMonths), policy.TopUpMonths, "1", "12");
        if (policy.CorrectableMonths is < 0 or > 12)
            yield return Fault(nameof(policy.CorrectableMonths), policy.CorrectableMonths, "0", "12");
        if (policy.SlowKbps is < 1 or > 1_000_000)
            yield return Fault(nameof(policy.SlowKbps), policy.SlowKbps, "1", "1000000");
        if (policy.ConfirmationValidFor < TimeSpan.FromMinutes(1) || policy.ConfirmationValidFor > TimeSpan.FromDays(1))
            yield return Fault(nameof(policy.ConfirmationValidFor), policy.ConfirmationValidFor, "00:01:00", "1.00:00:00");
        if (policy.ShareValidFor < TimeSpan.FromMinutes(1) || policy.ShareValidFor > TimeSpan.FromDays(31))
            yield return Fault(nameof(policy.ShareValidFor), policy.ShareValidFor, "00:01:00", "31.00:00:00");
        if (policy.AskValidFor < TimeSpan.FromMinutes(1) || policy.AskValidFor > TimeSpan.FromDays(31))
            yield return Fault(nameof(policy.AskValidFor), policy.AskValidFor, "00:01:00", "31.00:00:00");
        foreach (var offer in policy.TopUps.Where(offer => offer.Mb is < 1 or > 1_000_000 || offer.Yen < 0))
        {
            yield return Tongue.OfProcess.Say(
                $"{DataPolicy.Section}:{nameof(policy.TopUps)} に {offer.Mb} MB、{offer.Yen} 円があります。1 から 1000000 MB まで、0 円以上にしてください。",
                $"{DataPolicy.Section}:{nameof(policy.TopUps)} is '{offer.Mb} MB for {offer.Yen} yen'. It must be 1 to 1000000 MB at no negative price.");
        }
    }

    private static string Fault(string key, object found, string least, string most) => Tongue.OfProcess.Say(
        $"{DataPolicy.Section}:{key} が '{found}' です。{least} から {most} までにしてください。",
        $"{DataPolicy.Section}:{key} is '{found}'. It must be {least} to {most}.");
}
