using Microsoft.Extensions.Configuration;

namespace LineBot.Cli.Doctor;

/// <summary>Whether customers whose passwords everybody knows stand where everybody can come.</summary>
internal sealed class DemoDataCheck(Examination on) : Check(on, "demo-data")
{
    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        await Task.CompletedTask;
        yield return !Settings.Values.GetValue<bool>("DemoData")
            ? Ok(Say("DemoData はオフです。", "DemoData is off."))
            : On.PublicBaseUrl is { IsLoopback: true }
                ? Ok(Say("デモデータですが、この機械からしか使えません。", "There is demo data, within reach of this machine alone."))
                : Wrong(
                    Say("DemoData がオンです。", "DemoData is on."), Say("デモのお客さまのパスワードは公開されています。", "The demo customers' passwords are public."),
                    Say("DemoData を消し、新しいデータベースで起動してください。", "Take DemoData out, and start on a new store."));
    }
}
