using System.CommandLine;

namespace LineBot.Cli.Applications;

/// <summary><c>ID</c>: an application by its number.</summary>
internal static class ApplicationArgument
{
    public static Argument<long> Of(Shell shell) =>
        new("ID") { Description = shell.Say("申込の番号 (application list に出るもの)", "The application's number, as application list shows it") };

    public static TroubleException Unknown(long id, Shell shell) => new(
        shell.Say("その番号の申込はありません。", "There is no application with that number."), $"{id}",
        shell.Say("linebot application list で番号を確認してください。", "See the numbers with: linebot application list"));
}
