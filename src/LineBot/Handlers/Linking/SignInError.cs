using LineBot.Language;

namespace LineBot.Handlers.Linking;

/// <summary>Why the sign-in page is shown again.</summary>
public sealed record SignInError(int Status, string Japanese, string English)
{
    public static readonly SignInError None = new(StatusCodes.Status200OK, "", "");

    public static readonly SignInError Incomplete = new(
        StatusCodes.Status422UnprocessableEntity,
        "ログインIDとパスワードを入力してください。",
        "Enter your login ID and your password.");

    public static readonly SignInError Wrong = new(
        StatusCodes.Status422UnprocessableEntity,
        "ログインIDまたはパスワードが正しくありません。もう一度ご確認ください。",
        "The login ID or the password is not right. Please check them.");

    public static SignInError TooMany(DateTimeOffset tryAgainAt) => new(
        StatusCodes.Status429TooManyRequests,
        $"入力の誤りが続いたため、一時的に受け付けを止めています。{Tongue.Japanese.DayAndTime(tryAgainAt)}以降にもう一度お試しください。",
        $"Too many tries were wrong, so we have paused sign-in. Try again from {Tongue.English.DayAndTime(tryAgainAt)}.");

    public string Say(Tongue tongue) => tongue.Say(Japanese, English);
}
