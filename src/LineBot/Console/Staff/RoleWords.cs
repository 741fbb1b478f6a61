using LineBot.Language;

namespace LineBot.Console.Staff;

internal static class RoleWords
{
    public static string Of(OperatorRole role, Tongue tongue) => role switch
    {
        OperatorRole.Admin => tongue.Say("管理者", "Administrator"),
        OperatorRole.Supervisor => tongue.Say("スーパーバイザー", "Supervisor"),
        _ => tongue.Say("オペレーター", "Operator"),
    };
}
