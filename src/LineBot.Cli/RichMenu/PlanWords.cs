using System.Globalization;
using LineBot.RichMenu.Publishing;

namespace LineBot.Cli.RichMenu;

/// <summary>How plans, and what becomes of them, are told.</summary>
internal sealed class PlanWords(Shell shell)
{
    public string Act(MenuAct act) => act switch
    {
        MenuAct.Create => shell.Say("メニューを作成", "create"),
        MenuAct.Upload => shell.Say("画像を登録", "upload the picture"),
        MenuAct.Keep => shell.Say("今のメニューを控える", "keep for rollback"),
        MenuAct.Begin => shell.Say("切り替え開始の印", "mark as begun"),
        MenuAct.Point => shell.Say("エイリアスを切り替え", "point the alias"),
        MenuAct.SetDefault => shell.Say("既定のメニューに設定", "make the default"),
        MenuAct.Wait => shell.Say("待つ", "wait"),
        MenuAct.Link => shell.Say("お客さまに配る", "give to customers"),
        MenuAct.Move => shell.Say("残りの全員を移す", "move everybody else"),
        MenuAct.Remove => shell.Say("旧メニューを削除", "remove"),
        _ => shell.Say("切り替え完了", "mark as finished"),
    };

    public string Subject(MenuStep step) => step.Subject.Split(", ") is { Length: > 2 } many
        ? shell.Say($"{many[0]} ほか {many.Length - 1} 件", $"{many[0]} and {many.Length - 1} more")
        : step.Subject;

    public string Because(MenuStep step, MenuPlan plan) => step.Act switch
    {
        MenuAct.Create => Difference(step.Difference) is { Length: > 0 } differs ? differs : shell.Say("まだない", "not there yet"),
        MenuAct.Upload => Bytes(plan.Targets[step.Alias!].Definition!.Image.Length),
        MenuAct.Wait => shell.Say(
            $"{MenuPublisher.Notice.TotalSeconds} 秒 (稼働中のサービスが気づくまで)", $"{MenuPublisher.Notice.TotalSeconds} s, until running services have noticed"),
        MenuAct.Link => shell.Say($"{step.Customers:#,0} 人 (データベースより、500 人ずつ)", $"{step.Customers:#,0} customers of the store, 500 in a call"),
        MenuAct.Move => shell.Say("LINE が旧メニューの利用者を一括で移す", "LINE moves whoever still has an old one"),
        _ => "",
    };

    public string Difference(MenuDifference difference) => difference switch
    {
        MenuDifference.Definition => shell.Say("定義が違う", "the definition differs"),
        MenuDifference.Picture => shell.Say("画像が違う", "the picture differs"),
        MenuDifference.Definition | MenuDifference.Picture => shell.Say("定義と画像が違う", "definition and picture differ"),
        _ => "",
    };

    public string Waits(RateLimitPause pause)
    {
        var until = Time(pause.Until);
        return shell.Say(
            $"LINE の回数制限 ({Limit(pause.Operation)}) のため {until} まで待って再試行します。Ctrl+C で中断しても、再実行すれば続きから進みます。",
            $"LINE's limit is reached ({Limit(pause.Operation)}). Trying again at {until}. Ctrl+C stops; running this again goes on from here.");
    }

    public string Stopped(int done, int all) => done == 0
        ? shell.Say("チャネルは何も変わっていません。", "Nothing was changed on the channel.")
        : shell.Say($"{all} 手順のうち {done} 手順まで完了しました。完了した分は残り、再実行すれば続きから進みます。",
            $"{done} of {all} steps are done and stay done. Running this again goes on from there.");

    public string GoesOn() => shell.Say(
        "このチャネルでは、始まった切り替えがまだ終わっていません。続きから進めます。ほかの人が今まさに実行中なら、Ctrl+C で止めてください。",
        "A change of this channel's menus was begun and is not finished; this goes on from there. If somebody else is still at it, stop with Ctrl+C.");

    public TroubleException SomebodyElse() => new(
        shell.Say("ほかの人が同時にこのチャネルのメニューを変えています。お客さまに見えるものは何も変えていません。",
            "Somebody else is changing this channel's menus at the same time. Nothing that customers see was changed."), null,
        shell.Say("終わるのを待ち、linebot rich-menu status で何が公開されたかを見てから、必要ならもう一度実行してください。",
            "Wait until they are done, see with linebot rich-menu status what is published now, and run this again if need be."));

    public TroubleException Trouble(MenuMoveException move) => new(
        move.HasFailed
            ? shell.Say("LINE が一部のお客さまを新しいメニューに移せませんでした。", "LINE could not give the new menus to everybody who had an old one.")
            : shell.Say("LINE がまだ新しいメニューへの移行を続けています。", "LINE is still giving the new menus to everybody who has an old one."),
        "POST /v2/bot/richmenu/batch",
        shell.Say("新しいメニューは公開済みで、旧メニューも使えます。後でもう一度実行すると、残りを移して旧メニューを削除します。",
            "The new menus are shown, and the old ones still work. Run this again later: it moves the rest and removes what is old."));

    private string Limit(string operation) => operation == "start rich menu batch"
        ? shell.Say("一括の移動は 1 時間に 3 回", "3 moves of everybody an hour")
        : shell.Say("作成と削除は 1 時間に各 100 回", "100 creations and 100 deletions an hour");

    private string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, shell.Clock.LocalTimeZone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Bytes(int count) => shell.Say(
        $"{count.ToString("#,0", CultureInfo.InvariantCulture)} バイト", $"{count.ToString("#,0", CultureInfo.InvariantCulture)} bytes");
}
