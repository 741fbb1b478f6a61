namespace LineBot.Handlers.TalkInquiry;

internal sealed class TalkInquirySetup : IRoomSetup
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<HandOver>();
        services.AddSingleton<Conversation>();
        services.AddSingleton<Answering>();
        services.AddSingleton<SlowAdvice>();
        services.AddSingleton<OwnAccount>();
    }
}
