using LineBot.Language;
using LineBot.Web;

namespace LineBot.Handlers.MyPage;

internal static class MyPageProblems
{
    public static Problem PlanNotOffered(Tongue tongue) => new(
        StatusCodes.Status404NotFound,
        tongue.Say("このプランには変更できません", "You cannot change to this plan"),
        tongue.Say("いまご利用中か、受け付けていないプランです。", "It is your present plan, or one that is not open to this subscription."),
        BackToMyPage(tongue));

    public static Problem OptionNotOffered(Tongue tongue) => new(
        StatusCodes.Status404NotFound,
        tongue.Say("このオプションは選べません", "You cannot choose this option"),
        tongue.Say("受け付けていないオプションです。", "It is not open to this subscription."),
        BackToMyPage(tongue));

    private static string BackToMyPage(Tongue tongue) => tongue.Say(
        "前の画面にもどって、選びなおしてください。",
        "Go back to the page before and choose again.");
}
