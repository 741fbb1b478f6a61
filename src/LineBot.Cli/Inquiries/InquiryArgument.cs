using System.CommandLine;

namespace LineBot.Cli.Inquiries;

/// <summary><c>ID</c>: an inquiry by its number.</summary>
internal static class InquiryArgument
{
    public static Argument<long> Of(Shell shell) =>
        new("ID") { Description = shell.Say("問い合わせの番号 (inquiry list に出るもの)", "The inquiry's number, as inquiry list shows it") };

    public static TroubleException Unknown(long id, Shell shell) => new(
        shell.Say("その番号の問い合わせはありません。", "There is no inquiry with that number."), $"{id}",
        shell.Say("linebot inquiry list で番号を確認してください。", "See the numbers with: linebot inquiry list"));
}
