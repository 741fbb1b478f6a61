namespace LineBot.Storage;

/// <summary>Has the service live as a node from before it takes anything up until everything else has stopped.</summary>
internal sealed class NodeWorker(Database database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.Run(database.Node.Join, CancellationToken.None);

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(database.Node.Leave, CancellationToken.None);
}
