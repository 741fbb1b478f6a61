using LineBot.Language;
using LineBot.Operations;

namespace LineBot.Notices;

public sealed class NoticesSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<NoticeOptions>().Bind(configuration.GetSection(NoticeOptions.Section))
            .Validate(options => options.MonthlyBudget >= 0, Tongue.OfProcess.Say(
                "Notices:MonthlyBudget が 0 未満です。プッシュの数か、独自の上限がなければ 0 にしてください。",
                "Notices:MonthlyBudget is below 0. Expected a number of pushes, or 0 for no limit of one's own."))
            .Validate(options => options.CarryOverDays is >= 0 and <= 27, Tongue.OfProcess.Say(
                "Notices:CarryOverDays は 0 から 27 までにしてください。", "Notices:CarryOverDays is not between 0 and 27."))
            .ValidateOnStart();
        services.AddSingleton<NoticeStore>();
        services.AddSingleton<NoticeSettingsStore>();
        services.AddSingleton<NoticeBudget>();
        services.AddSingleton<NoticeFigures>();
        services.AddSingleton<NoticeWriter>();
        services.AddSingleton<UserLinkNotices>();
        services.AddSingleton<IChore, HeldNoticesChore>();
    }
}
