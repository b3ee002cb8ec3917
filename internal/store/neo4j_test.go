package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/testcontainers/testcontainers-go"
)

// images are the servers that the program promises to work with.
var images = []string{"neo4j:5.26-community", "neo4j:2026.08-community"}

const testPassword = "newsgraph-test"

// TestNeo4j gives the exam to real servers: in containers, or the one that NEWSGRAPH_TEST_NEO4J_URI names.
func TestNeo4j(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a Neo4j server, which is not short")
	}
	if uri := os.Getenv("NEWSGRAPH_TEST_NEO4J_URI"); uri != "" {
		examNeo4j(t, Config{
			URI: uri, Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD"), Database: os.Getenv("NEO4J_DATABASE"),
		})
		return
	}
	for _, image := range images {
		t.Run(image, func(t *testing.T) {
			examNeo4j(t, start(t, image))
		})
	}
}

func examNeo4j(t *testing.T, c Config) {
	again := func(t *testing.T) testee {
		s := open(t, c)
		t.Cleanup(func() {
			if err := s.Close(context.Background()); err != nil {
				t.Error(err)
			}
		})
		return s
	}
	if got := column(t, again(t), "MATCH (n) RETURN count(n)"); got != "0" {
		t.Fatalf("the graph at %s is not empty; the exam would clear it", c.URI)
	}
	fresh := func(t *testing.T) testee {
		s := again(t)
		clearGraph(t, s)
		t.Cleanup(func() { clearGraph(t, s) })
		return s
	}
	exam(t, fresh, again)
	t.Run("cypher", func(t *testing.T) { examCypher(t, fresh(t), c) })
	t.Run("reports", func(t *testing.T) { examReports(t, fresh(t)) })
	t.Run("refused", func(t *testing.T) {
		wrong := c
		wrong.Username, wrong.Password = "neo4j", "not the password"
		if _, err := Open(t.Context(), wrong); !errors.Is(err, ErrRefused) {
			t.Errorf("a wrong password gives %v", err)
		}
	})
	t.Run("no database", func(t *testing.T) {
		wrong := c
		wrong.Database = "nowhere"
		if _, err := Open(t.Context(), wrong); !errors.Is(err, ErrUnreachable) {
			t.Errorf("a missing database gives %v", err)
		}
	})
}

// start runs a server in a container of its own. Without a container engine or image the test is skipped, or fails where
// REQUIRE_NEO4J is 1.
func start(t *testing.T, image string) Config {
	t.Helper()
	begun := time.Now()
	container, err := run(t.Context(), image)
	testcontainers.CleanupContainer(t, container, testcontainers.StopTimeout(0))
	if err != nil {
		if os.Getenv("REQUIRE_NEO4J") == "1" {
			t.Fatalf("starting %s: %v", image, err)
		}
		t.Skipf("no %s to test against (set REQUIRE_NEO4J=1 to make this a failure): %v", image, err)
	}
	endpoint, err := container.PortEndpoint(t.Context(), "7687/tcp", "bolt")
	if err != nil {
		t.Fatal(err)
	}
	c := Config{URI: endpoint, Username: "neo4j", Password: testPassword}
	for {
		s, err := Open(t.Context(), c)
		if err == nil {
			t.Logf("%s is up after %s", image, time.Since(begun).Round(time.Second))
			if err := s.Close(t.Context()); err != nil {
				t.Error(err)
			}
			return c
		}
		if time.Since(begun) > 5*time.Minute {
			t.Fatalf("waiting for %s: %v", image, err)
		}
		time.Sleep(300 * time.Millisecond)
	}
}

// run starts a container. The library panics where it finds no engine.
func run(ctx context.Context, image string) (container testcontainers.Container, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%v", fault)
		}
	}()
	return testcontainers.Run(ctx, image,
		testcontainers.WithExposedPorts("7687/tcp"),
		testcontainers.WithEnv(map[string]string{
			"NEO4J_AUTH":                                      "neo4j/" + testPassword,
			"NEO4J_server_memory_heap_initial__size":          "256m",
			"NEO4J_server_memory_heap_max__size":              "512m",
			"NEO4J_server_memory_pagecache_size":              "64m",
			"NEO4J_dbms_security_auth__max__failed__attempts": "0",
		}))
}

func open(t *testing.T, c Config) testee {
	t.Helper()
	s, err := Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return s.(testee)
}

func clearGraph(t *testing.T, s testee) {
	t.Helper()
	n := s.(*Neo4j)
	if err := n.execute(context.Background(), "MATCH (n) DETACH DELETE n", nil); err != nil {
		t.Fatal(err)
	}
}

func TestUnreachable(t *testing.T) {
	for _, uri := range []string{"bolt://127.0.0.1:1", "neo4j://127.0.0.1:1"} {
		if _, err := Open(t.Context(), Config{URI: uri, Username: "neo4j", Password: "x"}); !errors.Is(err, ErrUnreachable) {
			t.Errorf("nobody at %s gives %v", uri, err)
		}
	}
}

func TestOpenUnknown(t *testing.T) {
	for _, uri := range []string{"", "http://localhost:7474", "localhost:7687", "bolt://[::1"} {
		if _, err := Open(t.Context(), Config{URI: uri}); err == nil || errors.Is(err, ErrUnreachable) {
			t.Errorf("URI %q gives %v", uri, err)
		}
	}
}
