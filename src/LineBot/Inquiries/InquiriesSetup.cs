namespace LineBot.Inquiries;

internal sealed class InquiriesSetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<InquiryOptions>()
            .Bind(configuration.GetSection(InquiryOptions.Section))
            .Validate(o => o.OpensAt < o.ClosesAt, "Inquiry:OpensAt must be before Inquiry:ClosesAt.")
            .Validate(o => o.LongestText is > 0 and <= 5_000, "Inquiry:LongestText must be from 1 to 5000.")
            .Validate(o => o.MostUnanswered > 0, "Inquiry:MostUnanswered must be at least 1.")
            .Validate(o => o.ProposalLifetime > TimeSpan.Zero, "Inquiry:ProposalLifetime must be longer than zero.")
            .ValidateOnStart();
        services.AddSingleton<InquiryHours>();
        services.AddSingleton<InquirySignal>();
        services.AddSingleton<InquiryEnd>();
        services.AddSingleton<Waits>();
        services.AddSingleton<InquiryDesk>();
        services.AddSingleton<ProposedActs>();
        services.AddSingleton<Proposals>();
    }
}
