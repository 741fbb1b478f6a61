namespace LineBot.Handlers.AddInvite;

/// <summary>The pages of an application, in their order. The review ends it.</summary>
public enum ApplyStep
{
    Plan,
    Holder,
    Login,
    Review,
}

internal static class ApplySteps
{
    private static readonly ApplyStep[] NewContract = [ApplyStep.Plan, ApplyStep.Holder, ApplyStep.Login, ApplyStep.Review];
    private static readonly ApplyStep[] OneMoreSubscription = [ApplyStep.Plan, ApplyStep.Review];

    public static IReadOnlyList<ApplyStep> Of(bool isNewContract) => isNewContract ? NewContract : OneMoreSubscription;

    public static ApplyStep After(ApplyStep step, bool isNewContract) => Of(isNewContract).First(later => later > step);

    /// <summary>As it stands in addresses.</summary>
    public static string Word(this ApplyStep step) => step.ToString().ToLowerInvariant();

    public static ApplyStep? Read(string? word) =>
        Enum.GetValues<ApplyStep>().Select(step => (ApplyStep?)step).FirstOrDefault(step => step!.Value.Word() == word);

    /// <summary>The page on which a field is typed.</summary>
    public static ApplyStep StepOf(ApplicationField field) => field switch
    {
        ApplicationField.Plan or ApplicationField.Contract or ApplicationField.UserName => ApplyStep.Plan,
        ApplicationField.LoginId or ApplicationField.Password or ApplicationField.CampaignCode or ApplicationField.InvitationCode => ApplyStep.Login,
        _ => ApplyStep.Holder,
    };
}
