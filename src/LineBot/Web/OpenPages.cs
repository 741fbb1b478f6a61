namespace LineBot.Web;

/// <summary>The pages open to everybody to which more than one room leads.</summary>
public static class OpenPages
{
    /// <summary>年齢認証.</summary>
    public const string AgeVerification = "/age-verification";
}
