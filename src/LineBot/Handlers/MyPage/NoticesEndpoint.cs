using System.Globalization;
using LineBot.Notices;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>お知らせ設定: what this LINE account wants to hear of. The same switches as in the talk.</summary>
internal sealed class NoticesEndpoint(Visits visits, NoticeSettingsStore settings)
{
    public const string Path = $"{MyPageEndpoint.Path}/notices";

    /// <summary>The fields of the form: kinds and levels that are to be on.</summary>
    public const string KindField = "kind";
    public const string LevelField = "level";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Delegate)Show);
        pages.MapPost(Path, (Delegate)Save);
    }

    private Task<IResult> Show(HttpContext context) => visits.In(context, visit => new RazorComponentResult<NoticesPage>(new
    {
        Choices = settings.Of(visit.Tx, visit.Customer.LineUserId), IsSaved = context.Request.Query.ContainsKey("saved"),
    }));

    private async Task<IResult> Save(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var kinds = form[KindField].Select(NoticeKinds.Find).ToHashSet();
        var levels = NoticeChoices.Levels.Where(level => form[LevelField].Contains(level.ToString(CultureInfo.InvariantCulture))).ToList();
        return await visits.In(context, visit =>
        {
            foreach (var kind in NoticeKinds.Switchable.Where(kind => kind != NoticeKind.DataLow))
                settings.Switch(visit.Tx, visit.Customer.LineUserId, kind, kinds.Contains(kind));
            settings.SetLowLevels(visit.Tx, visit.Customer.LineUserId, levels);
            return TypedResults.Redirect($"{Path}?saved");
        });
    }
}
