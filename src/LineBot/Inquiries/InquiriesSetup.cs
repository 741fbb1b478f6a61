using LineBot.Language;
using LineBot.Operations;

namespace LineBot.Inquiries;

internal sealed class InquiriesSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<InquiryOptions>()
            .Bind(configuration.GetSection(InquiryOptions.Section))
            .Validate(o => o.OpensAt < o.ClosesAt, Tongue.OfProcess.Say(
                "Inquiry:OpensAt は Inquiry:ClosesAt より前にしてください。", "Inquiry:OpensAt must be before Inquiry:ClosesAt."))
            .Validate(o => o.ClosedWeekdays.Distinct().Count() < 7, Tongue.OfProcess.Say(
                "Inquiry:ClosedWeekdays は、対応する曜日を 1 日以上残してください。", "Inquiry:ClosedWeekdays must leave a day on which people answer."))
            .Validate(o => o.LongestText is > 0 and <= 5_000, Tongue.OfProcess.Say(
                "Inquiry:LongestText は 1 から 5000 までにしてください。", "Inquiry:LongestText must be from 1 to 5000."))
            .Validate(o => o.MostUnanswered > 0, Tongue.OfProcess.Say(
                "Inquiry:MostUnanswered は 1 以上にしてください。", "Inquiry:MostUnanswered must be at least 1."))
            .Validate(o => o.ProposalLifetime > TimeSpan.Zero, Tongue.OfProcess.Say(
                "Inquiry:ProposalLifetime は 0 より長くしてください。", "Inquiry:ProposalLifetime must be longer than zero."))
            .Validate(o => o.IdleClose > TimeSpan.Zero, Tongue.OfProcess.Say(
                "Inquiry:IdleClose は 0 より長くしてください。", "Inquiry:IdleClose must be longer than zero."))
            .Validate(o => o.LargestContentBytes is > 0 and <= 100 * 1024 * 1024, Tongue.OfProcess.Say(
                "Inquiry:LargestContentBytes は 1 から 104857600 までにしてください。", "Inquiry:LargestContentBytes must be from 1 to 104857600."))
            .Validate(o => o.KeepContentFor > TimeSpan.Zero, Tongue.OfProcess.Say(
                "Inquiry:KeepContentFor は 0 より長くしてください。", "Inquiry:KeepContentFor must be longer than zero."))
            .Validate(o => o.KeepClosedFor > TimeSpan.Zero, Tongue.OfProcess.Say(
                "Inquiry:KeepClosedFor は 0 より長くしてください。", "Inquiry:KeepClosedFor must be longer than zero."))
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
