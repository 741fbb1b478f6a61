namespace LineBot.Cli.Doctor;

/// <summary>Everything that is looked at, in the order in which one thing rests upon another.</summary>
internal static class Checks
{
    public static IReadOnlyList<Check> All(Examination on) =>
    [
        new SettingsCheck(on),
        new StoreCheck(on),
        new DiskCheck(on),
        new ChannelCheck(on),
        new ClockCheck(on),
        new AddressCheck(on),
        new ProxiesCheck(on),
        new WebhookCheck(on),
        new MenusCheck(on),
        new ChatCheck(on),
        new SwitchesCheck(on),
        new QuotaCheck(on),
        new QueuesCheck(on),
        new SetAsideCheck(on),
        new OperatorsCheck(on),
        new DemoDataCheck(on),
    ];
}
