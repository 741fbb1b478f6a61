using LineBot.Data;
using LineBot.Language;
using LineBot.LineApi;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.DataPresent;

/// <summary>
/// The page of a present link: what waits there, until when, and the way into the talk, where it is claimed. Looking changes nothing:
/// LINE's preview looks as well.
/// </summary>
internal sealed class PresentEndpoint(Database database, ShareStore shares, OwnAccount account, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder app) => app.MapPages().MapGet(PresentAddresses.Path + "/{code}", Show);

    private async Task<IResult> Show(HttpContext context, string code)
    {
        var tongue = PageTongue.Of(context);
        var share = ShareCode.In(code) is { Length: ShareCode.Length } whole ? await database.ReadAsync(tx => shares.FindByCode(tx, whole)) : null;
        if (share is null || !share.CanBeClaimed(clock.GetUtcNow()))
            return Over(share, tongue).ToPage();
        var basicId = await account.BasicIdAsync(context.RequestAborted);
        return new RazorComponentResult<PresentPage>(new
        {
            Share = share,
            ClaimText = PresentAddresses.ClaimText(tongue, code),
            Talk = basicId is null ? null : PresentAddresses.ClaimInTalk(tongue, basicId, code),
        });
    }

    private static Problem Over(PresentShare? share, Tongue tongue)
    {
        var ask = tongue.Say("贈ってくれた方にお確かめください。", "Please ask whoever sent you the link.");
        return share?.State switch
        {
            null => new Problem(
                StatusCodes.Status404NotFound,
                tongue.Say("プレゼントが見つかりません", "There is no such present"),
                tongue.Say("リンクがまちがっているか、新しいリンクに変わっています。", "The link is mistyped, or was replaced by a new one."), ask),
            ShareState.Claimed => new Problem(
                StatusCodes.Status410Gone,
                tongue.Say("受け取り済みのプレゼントです", "This present has been taken"),
                tongue.Say("このプレゼントは、もう受け取られています。", "Somebody has taken it, maybe you yourself."),
                tongue.Say("受け取ったデータは、LINEのトークのメニュー「データ残量確認」でご確認いただけます。", "Data you took shows under Data remaining in the menu of the talk.")),
            ShareState.Cancelled => new Problem(
                StatusCodes.Status410Gone,
                tongue.Say("取り消されたプレゼントです", "This present was cancelled"),
                tongue.Say("贈り主が取り消しました。", "Its giver cancelled it."), ask),
            _ => new Problem(
                StatusCodes.Status410Gone,
                tongue.Say("受け取り期限が過ぎました", "The present has run out"),
                tongue.Say("期限までに受け取られなかったため、データは贈り主に戻りました。", "Nobody took it in time, so the data is its giver's again."), ask),
        };
    }
}
