namespace LineBot;

/// <summary>
/// What a room needs beyond its handlers, replies and stores (which are found by their names): options, endpoints, workers.
/// A room has at most one; it is found, not listed.
/// </summary>
public interface IRoomSetup
{
    void Add(IServiceCollection services, IConfiguration configuration)
    {
    }

    void Map(WebApplication app)
    {
    }
}
