using LineBot.Operations;

namespace LineBot.Inquiries;

internal sealed class InquiriesSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<InquiryOptions>()
            .Bind(configuration.GetSection(InquiryOptions.Section))
            .Validate(o => o.OpensAt < o.ClosesAt, "Inquiry:OpensAt must be before Inquiry:ClosesAt.")
            .Validate(o => o.ClosedWeekdays.Distinct().Count() < 7, "Inquiry:ClosedWeekdays must leave a day on which people answer.")
            .Validate(o => o.LongestText is > 0 and <= 5_000, "Inquiry:LongestText must be from 1 to 5000.")
            .Validate(o => o.MostUnanswered > 0, "Inquiry:MostUnanswered must be at least 1.")
            .Validate(o => o.ProposalLifetime > TimeSpan.Zero, "Inquiry:ProposalLifetime must be longer than zero.")
            .Validate(o => o.IdleClose > TimeSpan.Zero, "Inquiry:IdleClose must be longer than zero.")
            .Validate(o => o.LargestContentBytes is > 0 and <= 100 * 1024 * 1024, "Inquiry:LargestContentBytes must be from 1 to 104857600.")
            .Validate(o => o.KeepContentFor > TimeSpan.Zero, "Inquiry:KeepContentFor must be longer than zero.")
            .Validate(o => o.KeepClosedFor > TimeSpan.Zero, "Inquiry:KeepClosedFor must be longer than zero.")
            .ValidateOnStart();
        services.AddSingleton<InquiryHours>();
        services.AddSingleton<InquirySignal>();
        services.AddSingleton<InquiryFigures>();
        services.AddSingleton<InquiryEnd>();
        services.AddSingleton<Waits>();
        services.AddSingleton<InquiryDesk>();
        services.AddSingleton<ProposedActs>();
        services.AddSingleton<Proposals>();
        services.AddSingleton<IChore, IdleChore>();
        services.AddSingleton<ContentWorker>();
        services.AddHostedService(parts => parts.GetRequiredService<ContentWorker>());
        services.AddSingleton<IChore, ForgettingChore>();
    }
}
