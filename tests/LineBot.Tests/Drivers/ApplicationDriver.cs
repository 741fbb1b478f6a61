namespace LineBot.Tests.Drivers;

/// <summary>Walks through the steps of an application as an applicant does.</summary>
public static class ApplicationDriver
{
    public const string LoginId = "mio@example.jp";
    public const string Password = "k8s!Tq2mzL-mio";

    private static readonly Dictionary<string, string> Told = new()
    {
        ["Plan"] = "voice-3gb", ["HolderName"] = "森 美緒", ["HolderKana"] = "みお", ["BirthDate"] = "１９９５年３月３日", ["PostalCode"] = "〒530ー0001",
        ["Address"] = "大阪府大阪市北区梅田1-1", ["LoginId"] = LoginId, ["Password"] = Password, ["UserName"] = "空",
    };

    /// <summary>Fills in step by step from where <paramref name="page"/> stands; ends at the review, or at a step that is not taken.</summary>
    /// <param name="otherwise">Fields that are told otherwise than by everybody.</param>
    public static async Task<WebPage> FillInAsync(this PhoneDriver phone, WebPage page, params (string Field, string Value)[] otherwise)
    {
        while (page.Status == 200 && Step(page) is { } form)
        {
            foreach (var (field, value) in Told.Where(told => form.Has(told.Key)))
                form.Fill(field, value);
            foreach (var (field, value) in otherwise.Where(told => form.Has(told.Field)))
                form.Fill(field, value);
            page = await phone.SubmitAsync(form);
        }
        return page;
    }

    /// <summary>Presses the button of the review page.</summary>
    public static Task<WebPage> SendAsync(this PhoneDriver phone, WebPage review) => phone.SubmitAsync(review.Form("RequestId"));

    /// <summary>Fills in all steps and sends.</summary>
    public static async Task<WebPage> ApplyAsync(this PhoneDriver phone, WebPage page, params (string Field, string Value)[] otherwise) =>
        await phone.SendAsync(await phone.FillInAsync(page, otherwise));

    /// <summary>The form of the step that a page shows; null on any other page.</summary>
    public static WebForm? Step(WebPage page) => page.Forms.FirstOrDefault(form => form.Has("Plan") || form.Has("HolderName") || form.Has("LoginId"));
}
